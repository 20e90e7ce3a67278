import type { showOffering } from '#rooms/network'

type Work = Omit<Parameters<typeof showOffering>[2], 'town'>

/** What members of the wide network show to customers, by the cooperative they belong to. */
export const WORKS: Readonly<Record<string, readonly Work[]>> = {
  'De Vuurvlieg': [
    work('Tafel van Tess', 'service', 'Buurtdiner voor dertig mensen', 'food', 'Drie gangen, met groente van de tuin om de hoek.'),
    work('Lampionhuis', 'product', 'Papieren lampionnen', 'making', 'Met de hand gevouwen. In uw eigen kleuren, per vijf.'),
  ],
  'Het Vlechtwerk': [
    work('Wilg en Wolf', 'product', 'Gevlochten hondenmand', 'making', 'Van wilgentenen, in drie maten. Met een kussen van oude dekens.'),
    work('Lap op Lap', 'product', 'Tas van oude jassen', 'textile', 'Elke tas is anders. Wij maken er ook een van uw eigen jas.'),
  ],
  'De Tuinfluiter': [work('Zaad en Spade', 'service', 'Moestuin aanleggen', 'garden', 'Wij spitten, zaaien en leggen uit. Daarna kunt u zelf verder.')],
  'De Steekspoel': [work('Naald en Nova', 'service', 'Kleding vermaken', 'textile', 'Zomen, ritsen en innemen. Meestal binnen een week klaar.')],
  'Het Kompas': [
    work('Site van Sem', 'service', 'Website voor een kleine zaak', 'web', 'Vijf bladzijden die u zelf kunt bijhouden. Met uitleg.'),
    work('Lijnwerk Lou', 'service', 'Logo en huisstijl', 'design', 'Drie schetsen, een keuze, en alle bestanden voor u.'),
  ],
  'De Soepbrigade': [work('Pan van Puck', 'service', 'Soep aan huis', 'food', 'Elke donderdag een liter verse soep. Ook zonder vlees.')],
  'De Fietsdokters': [
    work('Spaak', 'service', 'Fiets nakijken', 'repair', 'Remmen, licht en banden. Wij komen ook naar uw bedrijf.'),
    work('Tweede Wind', 'product', 'Opgeknapte stadsfiets', 'repair', 'Gekeurd, met een half jaar garantie.'),
  ],
  'Atelier Zilverdraad': [work('Zilverdraad Zoë', 'product', 'Ketting met oud glas', 'making', 'Glas van het strand, draad van oude sieraden.')],
  'De Klusuil': [work('Uilenklus', 'service', 'Kleine klussen in huis', 'repair', 'Een lamp, een plank, een lekkende kraan. Per uur.')],
  'Het Notenhuis': [
    work('Snaar en Stem', 'service', 'Muziek bij een feest', 'music', 'Zang en gitaar, een uur of een avond.'),
    work('Notenles Noor', 'service', 'Pianoles thuis', 'music', 'Voor wie begint, van acht tot tachtig jaar.'),
  ],
  'De Honingpot': [work('Bij Bente', 'product', 'Honing uit de buurt', 'food', 'Van vier kasten achter het park. Per pot of per doos.')],
  'De Kiemplaats': [work('Kaars en Klei', 'product', 'Kaarsen in een bakje', 'making', 'Het bakje gebruikt u daarna gewoon weer.')],
}

function work(tradeName: string, kind: Work['kind'], title: string, craft: Work['craft'], about: string): Work {
  return { tradeName, kind, title, craft, about }
}
