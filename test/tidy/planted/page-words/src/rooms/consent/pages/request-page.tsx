export function RequestPage(props: { words: { title: string } }) {
  return (
    <main aria-label="Toestemming" /* planted */>
      <h1>{props.words.title}</h1>
      <p>Je aanvraag</p>{/* planted */}
      <span>× 1</span>
    </main>
  )
}
