/** What is said when a photo of own work cannot be kept, and how its file is called. */
export const nl = {
  files: {
    folder: 'portfolio/werk',
    photo: '{day}-{nr}.{ending}',
    list: 'fotos.csv',
    name: 'bestand',
    day: 'gemaakt op',
    seen: 'te zien',
    words: 'erbij verteld',
  },
  refusals: {
    missing: { what: 'Deze foto is er niet meer.', next: 'Kijk bij Mijn werk welke foto’s er zijn.' },
    noPhoto: { what: 'Er is nog geen foto gekozen.', next: 'Kies een foto, of maak er nu een.' },
    broken: { what: 'Deze foto is niet heel aangekomen.', next: 'Kies de foto nog een keer, of maak een nieuwe.' },
    heavy: {
      what: 'Deze foto is te zwaar: meer dan {megabytes} MB.',
      next: 'Maak een schermafdruk van de foto en kies die. Of verklein de foto in de app van je camera.',
    },
    large: { what: 'Deze foto is te groot: meer dan {side} punten breed of hoog.', next: 'Verklein de foto in de app van je camera. Kies hem dan weer.' },
    full: { what: 'Je ruimte voor foto’s is vol: {photos} foto’s, of {megabytes} MB.', next: 'Haal bij Mijn werk een foto weg die je niet meer nodig hebt.' },
    future: { what: 'Deze dag moet nog komen.', next: 'Kies vandaag, of een dag daarvoor.' },
  },
}
