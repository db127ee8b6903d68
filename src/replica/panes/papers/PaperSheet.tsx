import type { ComponentType } from 'react';
import type { Paper, PaperForm, Persona } from '#engine';
import { panesWords as words } from '#i18n';
import { BankDetails } from './forms/BankDetails.tsx';
import { BenefitStatement } from './forms/BenefitStatement.tsx';
import { Contract } from './forms/Contract.tsx';
import { FoldedLicence } from './forms/FoldedLicence.tsx';
import { HealthCard } from './forms/HealthCard.tsx';
import { IdentityCard } from './forms/IdentityCard.tsx';
import { Letter } from './forms/Letter.tsx';
import { LetterBox } from './forms/LetterBox.tsx';
import { Notebook } from './forms/Notebook.tsx';
import { Payslip } from './forms/Payslip.tsx';
import { PhotoSheet } from './forms/PhotoSheet.tsx';
import { RegistrationCertificate } from './forms/RegistrationCertificate.tsx';
import styles from './paper.module.css';
import { PointedItem } from './pointed.ts';

export interface FormProps {
  readonly paper: Paper;
  /** Absent in a thumbnail: names and addresses are then left out. */
  readonly persona?: Persona | undefined;
}

const forms: Readonly<Record<PaperForm, ComponentType<FormProps>>> = {
  'health-card': HealthCard,
  payslip: Payslip,
  'benefit-statement': BenefitStatement,
  letter: Letter,
  'bank-details': BankDetails,
  notebook: Notebook,
  'identity-card': IdentityCard,
  'registration-certificate': RegistrationCertificate,
  contract: Contract,
  'folded-licence': FoldedLicence,
  'photo-sheet': PhotoSheet,
  'letter-box': LetterBox,
};

/** A paper drawn from its data: real text, headings and tables, light in both themes, marked as invented. */
export function PaperSheet({ paper, persona, pointed }: FormProps & { readonly pointed?: string | undefined }) {
  const Form = forms[paper.form];
  return (
    <PointedItem.Provider value={pointed}>
      <article className={styles.sheet} data-theme="light" data-form={paper.form} data-paper={paper.id}>
        <Form paper={paper} persona={persona} />
        <p className={styles.mark}>{words.inventedPaper}</p>
      </article>
    </PointedItem.Provider>
  );
}
