"""A transformer block in Flax, with the choice between GELU and a gated unit."""

import flax.linen as nn
import jax
import jax.numpy as jnp


class GatedFeedForward(nn.Module):
    """SwiGLU: the gate is a SiLU, so the hidden width is two thirds of the usual one."""

    hidden_dim: int

    @nn.compact
    def __call__(self, x):
        gate = nn.Dense(self.hidden_dim, use_bias=False)(x)
        value = nn.Dense(self.hidden_dim, use_bias=False)(x)
        return nn.Dense(x.shape[-1], use_bias=False)(jax.nn.silu(gate) * value)


class FeedForward(nn.Module):
    hidden_dim: int
    dropout: float = 0.1

    @nn.compact
    def __call__(self, x, *, deterministic: bool = True):
        y = nn.Dense(self.hidden_dim)(x)
        y = jax.nn.gelu(y)
        y = nn.Dropout(self.dropout, deterministic=deterministic)(y)
        return nn.Dense(x.shape[-1])(y)


class Block(nn.Module):
    heads: int
    gated: bool = False

    @nn.compact
    def __call__(self, x, *, deterministic: bool = True):
        width = x.shape[-1]
        y = nn.MultiHeadDotProductAttention(num_heads=self.heads)(nn.LayerNorm()(x))
        x = x + y
        y = nn.LayerNorm()(x)
        if self.gated:
            return x + GatedFeedForward(8 * width // 3)(y)
        return x + FeedForward(4 * width)(y, deterministic=deterministic)


def cross_entropy(logits: jnp.ndarray, labels: jnp.ndarray) -> jnp.ndarray:
    log_probabilities = jax.nn.log_softmax(logits)
    return -jnp.take_along_axis(log_probabilities, labels[:, None], axis=-1).mean()
