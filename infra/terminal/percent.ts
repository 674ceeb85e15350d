/** A share in whole percent, rounded down: only all is 100 %. */
export const percent = (part: number, whole: number): string => `${Math.floor((100 * part) / whole)} %`;
