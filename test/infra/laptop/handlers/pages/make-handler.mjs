export const makeHandler = () => async (event) => {
  if (event.rawPath === '/u/throw') throw new Error('as the path says');
  return { statusCode: 201, headers: { 'X-Kind': 'echo' }, cookies: ['a=1'], body: JSON.stringify(event) };
};
