/** The port by which a probe tells that it came through. */
/** That a probe came through a lane, kept for an hour for whoever sent it. */
export interface Probes {
  arrived(id: string): Promise<void>;
}
