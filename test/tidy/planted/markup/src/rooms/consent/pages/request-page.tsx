export function RequestPage(props: { html: string }) {
  return (
    <main>
      <p style="color: red">x</p>{/* planted */}
      <button type="button" onclick="go()">x</button>{/* planted */}
      <div dangerouslySetInnerHTML={{ __html: props.html }} />{/* planted */}
      <p class="red">x</p>
    </main>
  )
}
