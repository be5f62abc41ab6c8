/** A telephone number that can be pressed, to call it or to write a text to it. Digits always run left to right. */
export function Phone({ number, way = 'tel' }: { number: string; way?: 'tel' | 'sms' }) {
  return (
    <a href={`${way}:${number.replace(/\s/g, '')}`} className="cw-phone">
      <bdi dir="ltr">{number}</bdi>
    </a>
  )
}
