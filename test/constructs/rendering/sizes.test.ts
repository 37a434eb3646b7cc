import { Size } from 'cdk8s';
import { quantityOf } from '../../../lib/constructs/rendering/sizes';

it.each([
  { size: Size.gibibytes(10), quantity: '10Gi' },
  { size: Size.tebibytes(2), quantity: '2048Gi' },
  { size: Size.mebibytes(1024), quantity: '1Gi' },
  { size: Size.mebibytes(1536), quantity: '1536Mi' },
  { size: Size.gibibytes(1.5), quantity: '1536Mi' },
  { size: Size.kibibytes(1), quantity: '1Ki' },
  { size: Size.kibibytes(1025), quantity: '1025Ki' },
  { size: Size.kibibytes(1.5), quantity: '2Ki' },
])('writes $quantity', ({ size, quantity }) => {
  expect(quantityOf(size)).toBe(quantity);
});
