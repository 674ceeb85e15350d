/** The trust boundary of the send lanes. */
import { type LaneMessage, laneMessageOf } from '../../shared/core/events/lane-message.ts';
import { parseJson } from './parse-json.ts';

export class MalformedLaneMessage extends Error {
  override readonly name = 'MalformedLaneMessage';
  readonly code = 'MALFORMED_LANE_MESSAGE';
}

/** @throws {@link MalformedLaneMessage}, `MalformedJson` */
export function readLaneMessage(body: string): LaneMessage {
  const message = laneMessageOf(parseJson(body));
  if (message) return message;
  throw new MalformedLaneMessage(
    'a lane message is a timer, a look, a resolve or a probe message of this engine',
  );
}
