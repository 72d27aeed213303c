"""Two Keras classifiers for tabular data: a plain network and a self-normalising one."""

import keras
from keras import layers


def plain(features: int, classes: int) -> keras.Model:
    model = keras.Sequential(
        [
            keras.Input(shape=(features,)),
            layers.Dense(128, activation="relu"),
            layers.BatchNormalization(),
            layers.Dense(128),
            layers.LeakyReLU(),
            layers.Dense(classes, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def self_normalising(features: int, classes: int, depth: int = 8) -> keras.Model:
    inputs = keras.Input(shape=(features,))
    x = inputs
    for _ in range(depth):
        x = layers.Dense(64, activation="selu", kernel_initializer="lecun_normal")(x)
        x = layers.AlphaDropout(0.05)(x)
    outputs = layers.Dense(classes, activation=keras.activations.softmax)(x)
    return keras.Model(inputs, outputs)
