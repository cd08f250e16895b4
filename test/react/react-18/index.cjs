exports.modules = {
  react: require('react'),
  'react-dom': require('react-dom'),
  'react-dom/client': require('react-dom/client'),
  'react-dom/server': require('react-dom/server'),
};
