import { fileKind } from '#kit/files.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { ActionButton, Actions, Button, ButtonLink, FileField, Form } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, PageHead, Refusal } from '#ui/parts.tsx'
import { nl } from './attaching.nl.ts'
import { type Attachment, MOST_ATTACHMENTS, sizeOf } from './attaching.rules.ts'
import { ATTACHMENT_MEGABYTES, type attachmentsToWrite } from './attaching.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** The files of a version, for who writes it: what is with it, what to add, and what was with an earlier one. */
export function AttachmentsPage(
  props: Awaited<ReturnType<typeof attachmentsToWrite>> & {
    /** Where it is sent, and below which its files are read. */
    readonly address: string
    readonly back: string
    readonly crumbs: readonly { readonly href: string; readonly label: string }[]
    readonly keys: () => Keys
    readonly problems: Problems | null
  },
) {
  const { version, attachments, earlier, address } = props
  const may = props.own && version.verdict === null
  const isFull = attachments.length >= MOST_ATTACHMENTS
  return (
    <div class="narrow stack-l">
      <Crumbs items={[...props.crumbs]} />
      <PageHead over={version.title} title={nl.title} lead={nl.lead} />
      {may ? null : <Alert tone="info">{version.verdict ? nl.decided : nl.notYours}</Alert>}
      <Card>
        {attachments.length === 0 ? <p>{nl.none}</p> : <AttachmentList attachments={attachments} address={address} language="nl" />}
        {may && attachments.length > 0 ? (
          <Actions>
            {attachments.map(({ id, name }) => (
              <ActionButton key={id} action={`${address}/${id}/weg`} keys={props.keys()} look="secondary">
                {fill(nl.takeOff, { name })}
              </ActionButton>
            ))}
          </Actions>
        ) : null}
      </Card>
      {may && isFull && props.problems ? <Refusal sentence={props.problems.sentence} /> : null}
      {may && isFull && !props.problems ? <Alert tone="info">{fill(nl.full, { most: MOST_ATTACHMENTS })}</Alert> : null}
      {may && !isFull ? (
        <Card title={nl.add}>
          <Form action={address} keys={props.keys()} problems={props.problems} files>
            <FileField
              name="file"
              label={nl.file}
              hint={`${fill(nl.hint, { megabytes: ATTACHMENT_MEGABYTES, most: MOST_ATTACHMENTS })} ${nl.look}`}
              accept=".pdf,.docx,.xlsx,.odt,.ods,.png,.jpg,.jpeg"
            />
            <Actions>
              <Button>{nl.go}</Button>
            </Actions>
          </Form>
        </Card>
      ) : null}
      {may && !isFull && earlier.length > 0 ? (
        <Card title={nl.earlierTitle}>
          <Actions>
            {earlier.map(({ id, name }) => (
              <ActionButton key={id} action={`${address}/${id}/terug`} keys={props.keys()} look="secondary">
                {fill(nl.putBack, { name })}
              </ActionButton>
            ))}
          </Actions>
        </Card>
      ) : null}
      <Actions>
        <ButtonLink href={props.back} look={attachments.length > 0 ? 'primary' : 'plain'}>
          {nl.ready}
        </ButtonLink>
      </Actions>
    </div>
  )
}

/** Files to take along, each with its kind and size. */
export function AttachmentList(props: { readonly attachments: readonly Attachment[]; readonly address: string; readonly language: Language }) {
  return (
    <ul class="stack-s">
      {props.attachments.map(({ id, name, type, size }) => (
        <li key={id}>
          <a href={`${props.address}/${id}`} download>
            {name}
          </a>{' '}
          <span class="soft">{`(${fileKind(type)}, ${sizeOf(size, props.language)})`}</span>
        </li>
      ))}
    </ul>
  )
}
