using System.Text;

namespace SosLongitudinal.Exchange.Tables;

/// <summary>Bytes that are no UTF-8 are read as Windows-1252, which is what spreadsheets write where they are not told otherwise, and are remembered.</summary>
internal sealed class LenientUtf8 : DecoderFallback
{
    public bool WasNeeded { get; private set; }

    public override int MaxCharCount => 4;

    public void Forget() => WasNeeded = false;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(LenientUtf8 of) : DecoderFallbackBuffer
    {
        private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        private string characters = "";
        private int next;

        public override int Remaining => characters.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            of.WasNeeded = true;
            (characters, next) = (Western.GetString(bytesUnknown), 0);
            return characters.Length > 0;
        }

        public override char GetNextChar() => next < characters.Length ? characters[next++] : '\0';

        public override bool MovePrevious()
        {
            if (next == 0) return false;
            next--;
            return true;
        }

        public override void Reset() => (characters, next) = ("", 0);
    }
}
