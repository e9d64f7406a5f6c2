using System.Text;
using Directives.Register;

namespace Directives.Tests.Register;

/// <summary>The made-up nation as a file, for tests.</summary>
internal static class NationFile
{
    public static string Csv() => SyntheticNation.Csv();

    public static byte[] Bytes() => Encoding.UTF8.GetBytes(Csv());
}
