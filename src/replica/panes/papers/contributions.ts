/** A line of a payslip's deductions, in cents. */
export interface Contribution {
  readonly section: string;
  readonly label: string;
  readonly rate: number; // percent of the gross pay
  readonly amount: number;
}

/** Usual lines of a simplified payslip, with what each weighs in the total (employee's share, percent of gross). */
const usual = [
  ['Santé', 'Complémentaire santé', 0.9],
  ['Retraite', 'Sécurité sociale plafonnée', 6.9],
  ['Retraite', 'Sécurité sociale déplafonnée', 0.4],
  ['Retraite', 'Complémentaire tranche 1', 4.01],
  ['Contributions sociales', 'CSG déductible de l’impôt', 6.68],
  ['Contributions sociales', 'CSG et CRDS non déductibles', 2.85],
] as const;

/**
 * Draws the lines between the gross pay and the net before tax, so that they add up to the cent. They only fill the
 * paper: nobody is asked for them. Empty when the figures leave nothing to deduct.
 */
export function contributions(gross: number, net: number): readonly Contribution[] {
  const total = gross - net;
  if (gross <= 0 || total <= 0) return [];
  const weight = usual.reduce((sum, [, , share]) => sum + share, 0);
  let left = total;
  return usual.map(([section, label, share], at) => {
    const amount = at === usual.length - 1 ? left : Math.round((total * share) / weight);
    left -= amount;
    return { section, label, rate: (amount / gross) * 100, amount };
  });
}
