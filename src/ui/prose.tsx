import { type Block, blocksOf, type Inline } from '#kit/markdown.ts'

/** A text with marks, drawn as elements of the page; no HTML of whoever typed it gets through. */
export function Prose(props: { text: string }) {
  return (
    <div class="stack prose">
      {blocksOf(props.text).map((block, index) => (
        <Drawn block={block} key={index} />
      ))}
    </div>
  )
}

function Drawn({ block }: { block: Block }) {
  if (block.kind === 'list') {
    const items = block.items.map((item, index) => (
      <li key={index}>
        <Words inlines={item} />
      </li>
    ))
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  const inside = <Words inlines={block.inside} />
  if (block.kind === 'heading') return block.level === 2 ? <h2>{inside}</h2> : <h3>{inside}</h3>
  return block.kind === 'quote' ? (
    <blockquote class="article">
      <p>{inside}</p>
    </blockquote>
  ) : (
    <p>{inside}</p>
  )
}

function Words(props: { inlines: readonly Inline[] }) {
  return (
    <>
      {props.inlines.map((each, index) => {
        if (each.kind === 'text') return each.text
        const inside = <Words inlines={each.inside} />
        if (each.kind === 'link') {
          return (
            <a href={each.href} key={index}>
              {inside}
            </a>
          )
        }
        return each.kind === 'strong' ? <strong key={index}>{inside}</strong> : <em key={index}>{inside}</em>
      })}
    </>
  )
}
