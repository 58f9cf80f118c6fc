// Runs a Jenkinsfile as far as that goes without Jenkins: blocks are entered, `environment` is kept, `sh` of the stage in question is
// run by sh -xe, and the steps that show results are printed, one a line. Arguments: the Jenkinsfile, NAME=VALUE for `environment`.
abstract class Pipeline extends Script {
    private static final Set BLOCKS = ['pipeline', 'stages', 'stage', 'steps', 'script', 'environment'] as Set

    def methodMissing(String name, Object given) {
        def arguments = given as List
        if (name in BLOCKS) {
            arguments.last().call()
            if (name == 'environment') binding.variables.putAll(binding.getVariable('chosen'))
            return null
        }
        if (name == 'agent') return null
        if (name == 'sarif') return arguments[0]
        if (name == 'sh') return arguments[0] instanceof Map ? run(arguments[0]) : null
        println "step: ${name} ${arguments[0]}"
        return null
    }

    private int run(Map step) {
        assert step.returnStatus
        def process = new ProcessBuilder('sh', '-xe', '-c', step.script).inheritIO()
        binding.variables.findAll { it.key.startsWith('PREFLIGHT_') }.each { process.environment()[it.key] = it.value }
        return process.start().waitFor()
    }
}

def configuration = new org.codehaus.groovy.control.CompilerConfiguration(scriptBaseClass: Pipeline.name)
def chosen = args.drop(1).collectEntries { it.split('=', 2) as List }
new GroovyShell(this.class.classLoader, new Binding(chosen: chosen), configuration).evaluate(new File(args[0]))
