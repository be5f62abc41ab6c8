/** An ordinary mail of about 2 kB as a mail program writes it: text and HTML, and the headers of one relay. */
export function aMessage(from: string, id: string, text = aboutParking): Buffer {
  const html = `<html><body><p>${text.replaceAll('\n\n', '</p><p>')}</p></body></html>`
  return Buffer.from(
    [
      'Received: from mail.sender.example (mail.sender.example [192.0.2.1]) by mx.landlord.example; Tue, 24 Nov 2026 10:00:00 +0000',
      `From: "A Customer" <${from}>`,
      'To: contact@landlord.example',
      'Subject: Parking again',
      `Message-ID: <${id}@sender.example>`,
      'Date: Tue, 24 Nov 2026 10:00:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="part"',
      '',
      '--part',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '--part',
      'Content-Type: text/html; charset=utf-8',
      '',
      html,
      '--part--',
      '',
    ].join('\r\n'),
  )
}

export const aboutParking = [
  'I am writing about the parking spaces for the fourth time this month. Nobody has answered my question about who decides which flat gets which space.',
  'My neighbour at number nine uses two of them, and the sign at the entrance still shows the old plan. I asked for the new plan in September and was told that it would be sent.',
  'Please tell me who is responsible, and by when I can expect the plan. I would also like to know why the letter about the service charge shows a sum that differs from last year.',
  'I have lived here for eleven years and have always paid on time.',
].join('\n\n')
