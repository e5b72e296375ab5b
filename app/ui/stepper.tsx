type StepperProps = {
  /** Names the list, e.g. "Schritt 2 von 3". */
  label: string;
  steps: readonly { label: string; href?: string | undefined }[];
  /** Index of the step one is in, from 0. */
  current: number;
  /** Said for steps that are behind, e.g. "erledigt". */
  doneLabel: string;
};

export function Stepper({ label, steps, current, doneLabel }: StepperProps) {
  return (
    <nav className="stepper" aria-label={label}>
      <p className="stepper-label">{label}</p>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.label}
            className={index < current ? 'step-done' : undefined}
            aria-current={index === current ? 'step' : undefined}
          >
            {step.href && index < current ? <a href={step.href}>{step.label}</a> : <span>{step.label}</span>}
            {index < current ? <span className="visually-hidden"> {doneLabel}</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
