"""An image classifier: a small convolutional stem in front of transformer blocks."""

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import Tensor


class ConvBlock(nn.Module):
    """Convolution, normalisation, activation."""

    def __init__(self, in_channels: int, out_channels: int, stride: int = 1) -> None:
        super().__init__()
        self.conv = nn.Conv2d(in_channels, out_channels, 3, stride=stride, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(out_channels)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.norm(self.conv(x)))


class FeedForward(nn.Module):
    """The position-wise network of a transformer block."""

    def __init__(self, dim: int, hidden_dim: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(dim, hidden_dim),
            nn.GELU(),
            nn.Dropout(dropout),
            nn.Linear(hidden_dim, dim),
        )

    def forward(self, x: Tensor) -> Tensor:
        return self.net(x)


class Block(nn.Module):
    def __init__(self, dim: int, heads: int) -> None:
        super().__init__()
        self.attention_norm = nn.LayerNorm(dim)
        self.attention = nn.MultiheadAttention(dim, heads, batch_first=True)
        self.feed_forward_norm = nn.LayerNorm(dim)
        self.feed_forward = FeedForward(dim, 4 * dim)

    def forward(self, x: Tensor) -> Tensor:
        y = self.attention_norm(x)
        x = x + self.attention(y, y, y, need_weights=False)[0]
        return x + self.feed_forward(self.feed_forward_norm(x))


class Classifier(nn.Module):
    def __init__(self, classes: int, dim: int = 192, depth: int = 6) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            ConvBlock(3, 48, stride=2),
            ConvBlock(48, 96, stride=2),
            nn.Conv2d(96, dim, 2, stride=2),
        )
        self.blocks = nn.ModuleList(Block(dim, heads=6) for _ in range(depth))
        self.gate = nn.Linear(dim, dim)
        self.head = nn.Linear(dim, classes)

    def forward(self, images: Tensor) -> Tensor:
        tokens = self.stem(images).flatten(2).transpose(1, 2)
        for block in self.blocks:
            tokens = block(tokens)
        pooled = tokens.mean(dim=1)
        pooled = pooled * self.gate(pooled).sigmoid()
        return self.head(pooled)


@torch.no_grad()
def predict(model: Classifier, images: Tensor) -> Tensor:
    """Class probabilities; the model itself answers logits, as the loss expects."""
    return torch.softmax(model(images), dim=-1)


def train_step(model: Classifier, images: Tensor, labels: Tensor, optimizer: torch.optim.Optimizer) -> float:
    loss = F.cross_entropy(model(images), labels, label_smoothing=0.1)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
