using Microsoft.AspNetCore.Http.Features;

namespace Directives.Web;

/// <summary>How much a form may hold. Generous, so that an overlong report comes back to its writer with a message, not with an error page.</summary>
public static class FormLimits
{
    /// <summary>Bytes of a form: every field at ten times its limit, each character as three encoded bytes.</summary>
    public const long Bytes = 12 * 1024 * 1024;

    private const int CharactersInValue = 10 * 1024 * 1024;

    public static void Set(FormOptions form)
    {
        form.BufferBodyLengthLimit = Bytes;
        form.MultipartBodyLengthLimit = Bytes;
        form.ValueLengthLimit = CharactersInValue;
        form.ValueCountLimit = 512;
        form.KeyLengthLimit = 256;
    }
}
