package io.centerline.tariff;

/** Why a text is not an HTS number; named as in the published codes. */
public enum HtsFault {
    /** Nothing was given, or nothing but separators. */
    HTS_EMPTY,
    /** Fewer than six digits. */
    HTS_TOO_SHORT,
    /** More than ten digits; none is ever cut off. */
    HTS_TOO_LONG,
    /** Nine or seven digits, or five that fit a subheading once a zero is put in front. */
    HTS_LEADING_ZERO_LOST,
    /** Six digits: an HS subheading, not yet a rate line. */
    HTS_SUBHEADING_ONLY,
    /** A power of ten, as spreadsheets write long numbers. */
    HTS_EXPONENT,
    /** A leading or doubled separator. */
    HTS_DIGIT_GROUP_MISSING,
    /** Chapter 00 or 77. */
    HTS_NO_SUCH_CHAPTER,
    /** A number of chapters 01 to 97 with zeros in front, as only chapters 98 and 99 are padded. */
    HTS_PADDED,
    /** A character that is neither digit nor separator. */
    HTS_BAD_CHARACTER,
    /** More than one number in one field. */
    HTS_SEVERAL
}
