import type { Context } from 'hono'
import { email, optional, optionalText, type Problems, text, ticked, wholeNumber, z } from '#kit/form.ts'
import { renderPdf } from '#kit/pdf.ts'
import { refuse } from '#kit/refusal.ts'
import type { Language } from '#kit/text.ts'
import { type Env, formKeys, show } from '#rooms/access'
import type { PlanView } from '../plan.ts'
import { planPaper } from './plan-paper.rules.ts'
import { SignPage } from './sign-pages.tsx'
import { signingTexts } from './signing.en.ts'
import type { OtherSigner } from './signing.ts'

type C = Context<Env>

export const SignForm = z.object({ version: wholeNumber(), hash: text(64), name: text(80), agreed: ticked() })
export const FreezeForm = z.object({ otherName: optionalText(80), otherEmail: optional(email()) })

/** Who must sign without an account. Refuses half of it. */
export function othersIn({ otherName, otherEmail }: z.infer<typeof FreezeForm>, language: Language): OtherSigner[] {
  if (otherName === null && otherEmail === null) return []
  if (otherName === null || otherEmail === null) refuse(signingTexts(language).refusals.halfOther)
  return [{ name: otherName, email: otherEmail }]
}

/** The page on which somebody with an account reads and signs. Refuses (missing) where nothing was laid down. */
export function signPage(c: C, view: PlanView, as: 'member' | 'coach' | 'caseManager', base: string, problems: Problems | null) {
  const { language } = c.var
  const words = signingTexts(language)
  const version = view.version ?? refuse(words.refusals.nothingToSign, {}, { kind: 'missing' })
  return show(c, {
    title: words.title,
    body: <SignPage version={version} as={as} name={c.var.person?.name ?? ''} base={base} language={language} keys={formKeys(c)} problems={problems} />,
  })
}

/** The plan as the bytes of a PDF: the version that was laid down last, while the text is still that one, and else the text of now; null while nobody wrote in it. */
export async function planPdf(view: PlanView, language: Language): Promise<Uint8Array | null> {
  const version = view.standing === 'changed' ? null : view.version
  const made = version?.frozenAt ?? view.texts.at(-1)?.at
  if (!made) return null
  const data = planPaper(view.content, version, language)
  return renderPdf({ template: 'kit/pdf/letter.typ', data, standard: 'ua-1', madeAt: Math.floor(made.epochMilliseconds / 1000) })
}

/** The plan as PDF to show in the browser. Refuses (missing) while nobody wrote in it. */
export async function pdfOf(c: C, view: PlanView): Promise<Response> {
  const pdf = (await planPdf(view, c.var.language)) ?? refuse(signingTexts(c.var.language).refusals.nothingToSign, {}, { kind: 'missing' })
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="plan-van-aanpak.pdf"' })
}
