import type { Phrasebook } from '../compile.ts'

/** A first Polish list, written without diacritics (read-words.ts folds them); wants a native reader. */
export const polish: Phrasebook = {
  known: `i w z na do nie jest sie to ze o od za po jak co czy mam mamy ma moj moja moje nas nam mnie mi ja moim mojej przez dla juz prosze dlaczego kiedy znowu jutro wczoraj dzisiaj ktos sa byl bylo byla u tym tej ten ta te chce chcemy bardzo dziekuje dzien dobry tylko tak ale lub oraz tego go jej ich pan pani`,
  phrases: {
    A1: ['gaz|gazu|gazem', 'czad|czadu|tlenek|czadem'],
    A2: [
      'pozar|pozaru|ogien|plomienie',
      'pali|plonie|palic',
      'dym|dymu|dymi',
      'spalenizna|spalenizny|spalenizne',
      'iskrzy|iskry|iskra',
    ],
    A3: [
      'kopnal|kopie|porazil|porazenie .. prad|pradem',
      'woda|cieknie|leje ... prad|gniazdko|gniazdka|lampa|lampy|swiatlo',
      'odkryte|gole kable|przewody',
    ],
    A4: [
      'sufit|sciana|balkon|strop ... zawalil|zawala|spadl|spada|runal|peka|wisi',
      'zawalil|zawalila|zawalilo|runal',
    ],
    A5: [
      'winda|windzie|winde .. utknal|utknela|utknalem|utknelam|uwieziony|uwieziona|zacieta',
      'utknal|utknela|utknalem|utknelam|uwieziony',
    ],
    A6: [
      'zabic .. sie',
      'samobojstwo|samobojcze',
      'nie .. chce|chcemy .. zyc',
      'nie .. zyc',
      'zabije .. sie',
      'skoncze ze soba',
    ],
    A7: ['tlen|insulina|insuline|dializa|respirator'],
    A8: ['noz|nozem|bron|maczeta|pistolet|siekiera', 'wlamuje|wlamuja|atakuje|bija|bije'],
    B1: [
      'woda .. leje|cieknie|kapie|zalewa|leci',
      'leje|zalewa|zalalo|zalewaja|powodz|peknieta|pekla',
      'cieknie|przecieka|kapie|wyciek|przeciek',
    ],
    B2: ['nie|brak|bez .. pradu|prad|swiatla'],
    B3: ['nie|brak|bez .. wody'],
    B4: [
      'nie|brak|bez .. ogrzewania|cieplej|ogrzewanie',
      'ogrzewanie|piec|bojler|kaloryfer|kaloryfery .. nie|zepsute|zepsuty|zimne|zimny',
      'zimno|marzniemy|marzne|zamarzamy',
    ],
    B5: [
      'toaleta|toalety|ubikacja|kibel|wc|sedes .. zapchana|zatkana|nie|zepsuta|zapchany|zatkany|przelewa|cieknie',
    ],
    B6: ['scieki|szambo|kanalizacja|fekalia'],
    B7: [
      'drzwi|okno|okna|zamek|zamka .. nie|zepsuty|zepsute|wybite|wylamane|wylamal|rozbite|nie',
      'wlamanie|wlamali|okradli|wlamal|wylamal',
      'zgubilem|zgubilam|zgubione klucze|klucz',
    ],
    B8: ['alarm|czujnik|czujka .. dymu|piszczy|wyje|nie|pika'],
    B10: ['winda .. nie|zepsuta|stoi'],
    C: [
      'plesn|plesni|grzyb|grzyba|wilgoc|wilgoci',
      'myszy|mysz|szczury|szczur|karaluchy|pluskwy|robaki|prusaki',
      'zepsuty|zepsuta|zepsute|zepsulo|popsuty|popsute|uszkodzony|uszkodzone',
      'napraw|naprawa|naprawy|naprawic|naprawe|usterka|usterke',
      'zapchany|zatkany|zapchana|zatkana|zapchane|zlew .. ',
    ],
    D1: [
      'maz|mezczyzna|partner|chlopak|syn .. bije|uderzyl|grozi|przesladuje',
      'boje sie',
      'przemoc|przemocy',
    ],
    D3: ['pomocy|ratunku|pomozcie|pilne'],
    D4: ['grozi|grozil|groza|grozby|grozba'],
    D5: [
      'eksmisja|eksmisje|eksmituja|eksmitowac|eksmisji|komornik',
      'bezdomny|bezdomna|bezdomni',
      'nie .. dokad|gdzie .. isc|mieszkac|spac',
    ],
    D6: ['nie|brak .. jedzenia|pieniedzy|jesc', 'glodne|glodni|glodny'],
    D7: ['szpital|szpitala|szpitalu|ciazy|ciaza|rak|zawal|niepelnosprawny|niepelnosprawna|chory|chora'],
    D8: ['zmarl|zmarla|umarl|umarla|smierc|pogrzeb'],
    E1: ['odwolac|odwolanie|odwoluje|odwolania'],
    E2: ['skarga|skarge|skargi|reklamacja|reklamacje'],
    E3: ['rzecznik|radny|posel|ombudsman'],
    E4: ['adwokat|prawnik|sad|sadu|prawnika|adwokata'],
    E5: ['moje dane', 'rodo'],
    E6: ['tlumacz|tlumacza|tlumaczenie|niewidomy|gluchy'],
    E8: ['wizyta|wizyte|wizyty|spotkanie|termin|potwierdzam'],
    E10: ['nie .. zaplacic|place|stac', 'zaleglosci|raty|ratach|wypowiedzenie'],
  },
  done: 'juz dziala|dzialaja|naprawione|naprawiony|naprawili|cieplo; naprawione|naprawili|naprawiono',
  topic: `parking parkingowe parkingu zaparkowal zaparkowany parkuje miejscu miejsce samochod auto czynsz czynszu oplata oplaty rachunek smieci smietnik kosze zywoplot sasiad sasiada sasiedzi halas muzyka ogrod trawa drzewo list listy odpowiedz odpowiedzi dziekuje kierownik biuro telefon pozwolenie zwrot odszkodowanie`,
}
