/**
 * Stands for `rrule` in a bundle. The library is a twentieth of a start and most messages ask no recurrence, so that it
 * lies beside the code and is read by whoever asks the first one.
 */
const library = () => require(`${__dirname}/rrule.js`);

module.exports = {
  get RRule() {
    return library().RRule;
  },
  get datetime() {
    return library().datetime;
  },
};
