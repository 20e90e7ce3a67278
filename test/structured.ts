/**
 * Facts in the words of schema.org, read as strictly as we know how: per type what must be there and what may, and of which kind. Made from the pages of
 * schema.org about these types; only what this house says is in it.
 */
type Kind = 'text' | 'url' | 'number' | 'day' | readonly string[]
type Shape = { readonly must: Readonly<Record<string, Kind>>; readonly may?: Readonly<Record<string, Kind>> }

const THING = { description: 'text', url: 'url', image: ['ImageObject'], inLanguage: 'text' } as const

const SHAPES: Readonly<Record<string, Shape>> = {
  Product: { must: { name: 'text' }, may: { ...THING, brand: ['Brand', 'Organization'], offers: ['Offer'] } },
  Service: { must: { name: 'text', provider: ['Organization'] }, may: { ...THING, areaServed: 'text', offers: ['Offer'] } },
  Offer: { must: { url: 'url', seller: ['Organization'] }, may: { areaServed: 'text' } },
  Brand: { must: { name: 'text' } },
  Organization: {
    must: { name: 'text' },
    may: { ...THING, address: ['PostalAddress'], email: 'text', telephone: 'text', areaServed: 'text', knowsAbout: 'text', sameAs: 'url', keywords: 'text' },
  },
  PostalAddress: { must: { addressLocality: 'text', addressCountry: 'text' }, may: { streetAddress: 'text', postalCode: 'text' } },
  ImageObject: { must: { contentUrl: 'url' }, may: { width: 'number', height: 'number', caption: 'text' } },
  ItemList: { must: { itemListElement: ['ListItem'] }, may: { numberOfItems: 'number', name: 'text' } },
  ListItem: { must: { position: 'number', url: 'url' }, may: { name: 'text' } },
  Article: {
    must: { headline: 'text' },
    may: {
      ...THING,
      name: 'text',
      datePublished: 'day',
      dateModified: 'day',
      author: ['Organization'],
      publisher: ['Organization'],
      about: 'text',
      keywords: 'text',
    },
  },
  WebPage: { must: { name: 'text' }, may: { ...THING, dateModified: 'day', publisher: ['Organization'] } },
  Dataset: { must: { name: 'text', description: 'text', license: 'url', distribution: ['DataDownload'] }, may: { temporalCoverage: 'text' } },
  DataDownload: { must: { encodingFormat: 'text', contentUrl: 'url' }, may: {} },
  QAPage: { must: { mainEntity: ['Question'] }, may: { ...THING, name: 'text' } },
  Question: { must: { name: 'text', acceptedAnswer: ['Answer'] }, may: { text: 'text', answerCount: 'number' } },
  Answer: { must: { text: 'text' }, may: { dateModified: 'day', url: 'url' } },
}

/** Every block of facts on a page. Throws on one that is not JSON. */
export function structuredIn(html: string): readonly Readonly<Record<string, unknown>>[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) => JSON.parse(json ?? ''))
}

/** What is wrong with facts, each with where. */
export function structuredWrong(facts: unknown, at = ''): string[] {
  if (typeof facts !== 'object' || facts === null) return [`${at}: no facts`]
  const { '@type': type, '@context': context, ...rest } = facts as Record<string, unknown>
  const shape = SHAPES[String(type)]
  if (!shape) return [`${at}: the type ${String(type)} is not known`]
  const here = `${at}${String(type)}`
  const kinds = { ...shape.may, ...shape.must }
  return [
    ...(at === '' && context !== 'https://schema.org' ? [`${here}: no context`] : []),
    ...Object.keys(shape.must)
      .filter((name) => rest[name] === undefined)
      .map((name) => `${here}: ${name} is missing`),
    ...Object.entries(rest).flatMap(([name, value]) => {
      const kind = kinds[name]
      if (!kind) return [`${here}: ${name} does not belong`]
      return (Array.isArray(value) ? value : [value]).flatMap((each) => wrongValue(each, kind, `${here}.${name}`))
    }),
  ]
}

function wrongValue(value: unknown, kind: Kind, at: string): string[] {
  if (typeof kind !== 'string') {
    const type = (value as { '@type'?: unknown } | null)?.['@type']
    return kind.includes(String(type)) ? structuredWrong(value, `${at} > `) : [`${at}: a ${String(type)} does not belong`]
  }
  const good = {
    text: () => typeof value === 'string' && value.trim() !== '' && !/<\w/.test(value),
    url: () => typeof value === 'string' && /^https?:\/\/[^\s"<>]+$/.test(value),
    number: () => Number.isInteger(value) && Number(value) >= 0,
    day: () => typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(value),
  }[kind]()
  return good ? [] : [`${at}: ${JSON.stringify(value)} is no ${kind}`]
}
