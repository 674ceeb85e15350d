/** By what a webhook of Shopify's is known on the bus, before anything of it is read. */
export const sourcePrefix = 'aws.partner/shopify.com/';
export const webhookType = 'shopifyWebhook';
