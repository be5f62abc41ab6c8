/** A telephone number that can be pressed. Digits always run left to right. */
export function Phone({ number }: { number: string }) {
  return (
    <a href={`tel:${number.replace(/\s/g, '')}`} className="cw-phone">
      <bdi dir="ltr">{number}</bdi>
    </a>
  )
}
