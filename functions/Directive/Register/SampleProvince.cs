namespace Directives.Register;

/// <summary>
/// The sample: Bình Định in April 2023, 11 districts and 159 communes with their official codes, filled with titles (R1).
/// </summary>
/// <remarks>10 members in charge of 11 districts: our assumption who has two is at <see cref="TitledRegister"/>.</remarks>
public static class SampleProvince
{
    /// <summary>The day from which its posts are filled: that of the directive 02-QD/TU.</summary>
    public static readonly DateOnly Start = new(2021, 4, 29);

    /// <summary>The sample register, with all posts filled from <see cref="Start"/>.</summary>
    public static RegisterContent Load() => Load(Start);

    /// <summary>The sample register, with all posts filled from a day.</summary>
    public static RegisterContent Load(DateOnly from) => TitledRegister.From(PlacesFile.Read(File(), from), from);

    /// <summary>
    /// The same for the demonstration: clerks in four departments, whose officials' reminders go to the clerk first, and a deputy who is the
    /// standing substitute of the head of the department of health.
    /// </summary>
    public static RegisterContent WithClerks() => TitledRegister.From(PlacesFile.Read(File(), Start), Start, clerks: true) with
    {
        Substitutes = [new Substitute("health-head", "health-deputy-1", Start)],
    };

    /// <summary>The places file it is made of, UTF-8.</summary>
    public static byte[] File() => RegisterResources.Read("sample-province.csv");
}
