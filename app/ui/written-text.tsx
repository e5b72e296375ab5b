/** What a person typed: paragraphs at empty lines, line ends as they were. Never read as markup. */
export function WrittenText({ text }: { text: string }) {
  return (
    <div className="written-text">
      {text.split(/\n{2,}/).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never change places
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}
