using System.Text;
using QRCoder;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>A QR code as one path of an inline picture: nothing is fetched, and no style that the page's policy would refuse.</summary>
public sealed record QrPicture(int Size, string Path)
{
    public static QrPicture Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix; // with its quiet zone
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Length; x++)
                if (rows[y][x]) path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new(rows.Count, path.ToString());
    }
}
