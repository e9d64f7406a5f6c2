using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>Somebody asked to sign in with the reader's address.</summary>
/// <param name="Code">The code, in groups, for the browser that asked. Never in the subject or the preview, which a locked telephone shows.</param>
public sealed record SignInPart(string Code) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.SignIn;

    /// <inheritdoc/>
    public override Type Block => typeof(SignInBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("signin", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => texts["signin.letter.subject"];

    /// <inheritdoc/>
    public override string Preview(Texts texts) => texts["signin.letter.preview"];
}
