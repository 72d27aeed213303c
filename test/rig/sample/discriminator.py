"""The discriminator of a DCGAN for images of 64 by 64 pixels."""

from torch import Tensor, nn


def down(in_channels: int, out_channels: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(out_channels),
        nn.LeakyReLU(0.2, inplace=True),
    )


class Discriminator(nn.Module):
    def __init__(self, width: int = 64) -> None:
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, width, 4, stride=2, padding=1),
            nn.LeakyReLU(negative_slope=0.2, inplace=True),
            down(width, 2 * width),
            down(2 * width, 4 * width),
            down(4 * width, 8 * width),
        )
        self.score = nn.Conv2d(8 * width, 1, 4)
        self.apply(init_weights)

    def forward(self, images: Tensor) -> Tensor:
        return self.score(self.features(images)).flatten()


def init_weights(module: nn.Module) -> None:
    if isinstance(module, nn.Conv2d):
        nn.init.kaiming_normal_(module.weight, nonlinearity="leaky_relu")


loss = nn.BCEWithLogitsLoss()
