namespace Directives.Web.Office;

/// <summary>Where the last letter about an obligation is.</summary>
/// <param name="State">Where it is.</param>
/// <param name="At">When it left or failed, in the directive's zone; null before.</param>
public sealed record LastLetter(LetterPlace State, DateTime? At = null)
{
    public static readonly LastLetter None = new(LetterPlace.None);

    /// <summary>In words.</summary>
    public string In(Language.Texts texts) => State switch
    {
        LetterPlace.Sent or LetterPlace.Failed => texts[$"office.letter.{State.ToString().ToLowerInvariant()}", At],
        _ => texts[$"office.letter.{State.ToString().ToLowerInvariant()}"],
    };
}
