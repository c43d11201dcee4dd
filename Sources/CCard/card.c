// Text drawn into a picture, and the picture as a file. The faces are part of the program, so that a card is the same
// wherever it is drawn.
#include "CCard.h"

#include <stdlib.h>

#pragma clang diagnostic ignored "-Wc23-extensions"
#pragma clang diagnostic ignored "-Wunused-function"

#define STB_TRUETYPE_IMPLEMENTATION
#define STBTT_STATIC
#include <stb/stb_truetype.h>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>

static const unsigned char serif_bold[] = {
#embed "/usr/share/fonts/truetype/charis/CharisSIL-Bold.ttf"
};
static const unsigned char sans[] = {
#embed "/usr/share/fonts/truetype/lato/Lato-Medium.ttf"
};

static stbtt_fontinfo font(card_face face) {
    stbtt_fontinfo info;
    stbtt_InitFont(&info, face == card_face_sans ? sans : serif_bold, 0);
    return info;
}

int card_has_glyphs(card_face face, const uint32_t *text, int count) {
    stbtt_fontinfo info = font(face);
    for (int index = 0; index < count; index++) {
        if (stbtt_FindGlyphIndex(&info, (int)text[index]) == 0) return 0;
    }
    return 1;
}

// How far the pen moves behind a glyph, in units of the face.
static int advance(const stbtt_fontinfo *info, const uint32_t *text, int index, int count) {
    int width, bearing;
    int glyph = stbtt_FindGlyphIndex(info, (int)text[index]);
    stbtt_GetGlyphHMetrics(info, glyph, &width, &bearing);
    if (index + 1 == count) return width;
    return width + stbtt_GetGlyphKernAdvance(info, glyph, stbtt_FindGlyphIndex(info, (int)text[index + 1]));
}

double card_width(card_face face, double size, double spacing, const uint32_t *text, int count) {
    stbtt_fontinfo info = font(face);
    double scale = stbtt_ScaleForMappingEmToPixels(&info, (float)size);
    double width = 0;
    for (int index = 0; index < count; index++) width += advance(&info, text, index, count) * scale + spacing;
    return count > 0 ? width - spacing : 0;
}

void card_fill(card_picture picture, int left, int top, int width, int height, uint32_t colour) {
    for (int y = top < 0 ? 0 : top; y < top + height && y < picture.height; y++) {
        for (int x = left < 0 ? 0 : left; x < left + width && x < picture.width; x++) {
            uint8_t *pixel = picture.pixels + 3 * ((size_t)y * picture.width + x);
            pixel[0] = colour >> 16;
            pixel[1] = colour >> 8;
            pixel[2] = colour;
        }
    }
}

// Lays a glyph's coverage over the picture.
static void blend(card_picture picture, const uint8_t *glyph, int width, int height, int left, int top, uint32_t colour) {
    const int channels[3] = {colour >> 16 & 255, colour >> 8 & 255, colour & 255};
    for (int y = 0; y < height; y++) {
        if (top + y < 0 || top + y >= picture.height) continue;
        for (int x = 0; x < width; x++) {
            if (left + x < 0 || left + x >= picture.width) continue;
            uint8_t *pixel = picture.pixels + 3 * ((size_t)(top + y) * picture.width + left + x);
            int cover = glyph[y * width + x];
            for (int channel = 0; channel < 3; channel++) {
                pixel[channel] = (pixel[channel] * (255 - cover) + channels[channel] * cover + 127) / 255;
            }
        }
    }
}

void card_write(
    card_picture picture, card_face face, double size, double spacing, double left, int baseline, uint32_t colour,
    const uint32_t *text, int count) {
    stbtt_fontinfo info = font(face);
    float scale = stbtt_ScaleForMappingEmToPixels(&info, (float)size);
    for (int index = 0; index < count; index++) {
        int whole = (int)left;
        int width, height, x, y;
        unsigned char *glyph = stbtt_GetGlyphBitmapSubpixel(
            &info, scale, scale, (float)(left - whole), 0, stbtt_FindGlyphIndex(&info, (int)text[index]), &width,
            &height, &x, &y);
        if (glyph) {
            blend(picture, glyph, width, height, whole + x, baseline + y, colour);
            stbtt_FreeBitmap(glyph, NULL);
        }
        left += advance(&info, text, index, count) * (double)scale + spacing;
    }
}

uint8_t *card_png(card_picture picture, int *count) {
    return stbi_write_png_to_mem(
        picture.pixels, 3 * picture.width, picture.width, picture.height, 3, count);
}
