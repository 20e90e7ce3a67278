import { Button, ButtonLink, Form } from '#ui/fields.tsx'
import { PageHead } from '#ui/parts.tsx'

/** Opened from a mail; a scanner may look, a person presses. */
export function AddressLinkPage(props: { title: string; text: string; action: string; keys: { csrf: string; key: string }; button: string }) {
  return (
    <div class="narrow stack-l">
      <PageHead title={props.title} lead={props.text} />
      <Form action={props.action} keys={props.keys}>
        <Button size="big">{props.button}</Button>
      </Form>
    </div>
  )
}

/** What became of it, with the way in where there is one. */
export function AddressDonePage(props: { title: string; text: string; signIn?: string }) {
  return (
    <div class="narrow stack-l">
      <PageHead title={props.title} lead={props.text} />
      {props.signIn ? (
        <p>
          <ButtonLink href="/inloggen/e-mail" after="arrow">
            {props.signIn}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  )
}
