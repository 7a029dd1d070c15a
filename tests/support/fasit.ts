import fasit from './asker.json' with { type: 'json' }

/**
 * The facts as they were taken from the source documents, before anybody typed them into the product.
 * Tests hold the product's data up against them, figure by figure.
 */
export { fasit }
