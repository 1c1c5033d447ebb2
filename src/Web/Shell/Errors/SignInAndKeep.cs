namespace SosLongitudinal.Web.Shell.Errors;

/// <summary>The sign-in form that carries what was typed.</summary>
public sealed record SignInAndKeep(KeptValues Kept, string? Error, string Email, bool NeedsCode = false);
