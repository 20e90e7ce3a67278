import { type Block, blocksOf, plainOf } from '#kit/markdown.ts'

/** The words of a body without its marks. */
export function plainBody(body: string): string {
  return blocksOf(body).map(wordsOf).join('\n')
}

function wordsOf(block: Block): string {
  return block.kind === 'list' ? block.items.map(plainOf).join('\n') : plainOf(block.inside)
}
