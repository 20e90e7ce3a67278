import type { ComponentChildren } from 'preact'
import { Button, Form } from '#ui/fields.tsx'
import { Fold } from '#ui/parts.tsx'
import { texts } from '../members.en.ts'
import type { Props } from './file-page.tsx'

/** A part of the page that can be changed where it stands; open when something was wrong with it. */
export function Part(props: Props & { readonly part: string; readonly label?: string; readonly children: ComponentChildren }) {
  const words = texts[props.language].file
  const problems = props.problems?.part === props.part ? props.problems.found : null
  return (
    <Fold summary={props.label ?? words.edit} open={problems !== null}>
      <Form action={`/leden/${props.file.member}/${props.part}`} keys={props.keys} problems={problems} ids={props.part}>
        {props.children}
        <Button look="secondary">{props.label ?? words.save}</Button>
      </Form>
    </Fold>
  )
}
