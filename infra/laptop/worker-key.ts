/** Begins the access key ids by which the cloud knows which worker asks. */
export const workerKeyPrefix = 'LOCALWORKER';
