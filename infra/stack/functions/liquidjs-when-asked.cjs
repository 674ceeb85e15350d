/**
 * Stands for `liquidjs` in a bundle, as `rrule-when-asked.cjs` does for `rrule`: an eighth of a sender's code, and
 * more than a third of what it takes from its lanes comes to no text.
 */
const library = () => require(`${__dirname}/liquidjs.js`);

module.exports = {
  get Liquid() {
    return library().Liquid;
  },
  get filters() {
    return library().filters;
  },
};
