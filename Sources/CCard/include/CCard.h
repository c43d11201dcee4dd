#ifndef CCARD_H
#define CCARD_H

#include <stdint.h>

/// The faces that cards are set in.
typedef enum { card_face_serif_bold, card_face_sans } card_face;

/// A picture of opaque pixels, three bytes each, the top row first.
typedef struct {
    int width;
    int height;
    uint8_t *pixels;
} card_picture;

/// Whether a face has a glyph for each of some code points.
int card_has_glyphs(card_face face, const uint32_t *text, int count);

/// How wide a line of text is, in pixels.
double card_width(card_face face, double size, double spacing, const uint32_t *text, int count);

/// Fills a rectangle with a colour, 0xRRGGBB.
void card_fill(card_picture picture, int left, int top, int width, int height, uint32_t colour);

/// Writes a line of text; `left` and `baseline` are where its first glyph stands, `spacing` comes behind each glyph.
void card_write(
    card_picture picture, card_face face, double size, double spacing, double left, int baseline, uint32_t colour,
    const uint32_t *text, int count);

/// The picture as a PNG file, to be freed; NULL where there is no memory for it.
uint8_t *card_png(card_picture picture, int *count);

#endif
