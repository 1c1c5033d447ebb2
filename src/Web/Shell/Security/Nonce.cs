using System.Security.Cryptography;

namespace SosLongitudinal.Web.Shell.Security;

/// <summary>The one-time word that lets this response's own scripts and styles run.</summary>
public sealed class Nonce
{
    public string Text { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
}
