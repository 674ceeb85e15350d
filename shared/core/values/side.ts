/** On which side of a comparison an enrolment stands: its own scenario's holdout, the control group of all marketing, or neither. */
export type Side = 'treated' | 'holdout' | 'control';
