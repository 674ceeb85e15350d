/** Stands for `email-addresses` in a bundle, as `rrule-when-asked.cjs` does for `rrule`: nearly all addresses are plain, and read without it. */
const library = () => require(`${__dirname}/email-addresses.js`);

module.exports = {
  get parseOneAddress() {
    return library().parseOneAddress;
  },
};
