import { type Language, list } from '#kit/text.ts'
import { isCostKind, organisationTexts } from '#rooms/organisations'

/** Kinds of costs as a person reads them. */
export function kindsOf(codes: readonly string[], language: Language): string {
  const kinds = organisationTexts[language].costKinds
  return list(
    codes.map((code) => (isCostKind(code) ? kinds[code] : code)),
    language === 'en' ? 'and' : 'en',
  )
}
